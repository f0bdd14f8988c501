"""What looks like a date and is none."""

import datetime as dt

import pytest
from tests.coding.test_dates import values

CASES = """
They may meet soon.
Troops march on the capital.
They will march and may fall.
May said the talks failed.
Theresa May spoke for May's cabinet.
Resolution 1973 was adopted.
Security Council Resolution 1973 was adopted by 10 votes.
Flight 1701 was late.
About 1,956 people fled.
Some 2013 soldiers fled.
They sent 1500 troops.
A force of 1500 men landed.
It cost $1990 in all.
It cost €1990 in all.
Call 555-1984 or +44 20 1946 0958.
The score was 2-1.
He is 20 years old.
They were allied for decades.
They were allied for two years.
In its third year the siege failed.
It was the first time in twenty years.
The second round failed.
Sun and sea draw them.
The fall of the city shocked them.
Prices fall and spring back.
The spring water is cold.
It rose by 1950 tonnes.
It lies 1850 km away.
It stands at 1945 metres.
More than 2000 were hurt.
At least 1900 died.
Article 1904 of the code applies.
Room 1812 was empty.
He is in his sixties.
She is in her 70s.
A march to the sea.
The March on Rome shocked them.
Black September struck.
It began at 10:15.
The ratio is 3/4.
Version 1.1990 is out.
The part number is A1956.
A Boeing 1956 landed.
Population 1956.
A second cold war looms.
The total of 1950 was wrong.
They left at 1900 GMT.
It has 1967 seats.
He scored 19 of 20.
"""


@pytest.mark.parametrize("text", [c for c in CASES.splitlines() if c])
def test_is_no_date(text: str) -> None:
    assert values(text, dt.date(2013, 11, 2)) == ""
