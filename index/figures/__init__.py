"""Every reported number: value, unit, measure, period, speaker."""
