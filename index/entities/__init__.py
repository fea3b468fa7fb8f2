"""Who and where: agencies, people, places, offences, laws and voices."""
