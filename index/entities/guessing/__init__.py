"""What an unexplained run of capitalised words is likely to be, weighed by what stands around it.

The rules decide first; only a run that none of them explains is weighed. A guess is additional
evidence for people and places, never for agencies: there the weights are wrong too often.
"""
