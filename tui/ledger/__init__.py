"""Tables of figures: their columns, their order, what is shown of them, their groups and plots.

Nothing here knows of a widget; ``tui.widgets.sheet_table`` draws a sheet.
"""
