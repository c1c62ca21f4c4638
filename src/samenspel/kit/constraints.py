"""Check constraints that several tables share, so that each promise is written once."""

from collections.abc import Iterable

from django.db.models import CharField, CheckConstraint, F, Q, Value
from django.db.models.functions import Cast, Concat, Length, Substr
from django.db.models.lookups import Exact


def check(name: str, condition: Q) -> CheckConstraint:
    """Return a check constraint; rooms name it `<table>_<promise>`."""
    return CheckConstraint(name=name, condition=condition)


def in_order(name: str, first: str, second: str) -> CheckConstraint:
    """`second` is empty, or not before `first`; an empty `first` allows any."""
    return check(
        name,
        Q(**{f"{first}__isnull": True})
        | Q(**{f"{second}__isnull": True})
        | Q(**{f"{second}__gte": F(first)}),
    )


def one_of(name: str, fields: Iterable[str], *, at_least: int = 1, at_most: int = 1) -> CheckConstraint:
    """Between `at_least` and `at_most` (0, 1 or all) of the nullable `fields` are filled."""
    names = list(fields)
    filled = [Q(**{f"{name_}__isnull": False}) for name_ in names]
    empty = [Q(**{f"{name_}__isnull": True}) for name_ in names]
    condition = Q()
    if at_least:
        some = Q()
        for part in filled:
            some |= part
        condition &= some
    if at_most == 1:
        lonely = Q()
        for index in range(len(names)):
            others = Q()
            for other, part in enumerate(empty):
                if other != index:
                    others &= part
            lonely |= others
        condition &= lonely
    return check(name, condition)


def together(name: str, *fields: str) -> CheckConstraint:
    """All of `fields` are filled, or none."""
    every, none = Q(), Q()
    for field in fields:
        every &= Q(**{f"{field}__isnull": False})
        none &= Q(**{f"{field}__isnull": True})
    return check(name, every | none)


def coded(name: str, field: str, codes: Iterable[str], *, empty: bool = False) -> CheckConstraint:
    """`field` holds one of `codes` (or is null when `empty`)."""
    condition = Q(**{f"{field}__in": list(codes)})
    return check(name, condition | Q(**{f"{field}__isnull": True}) if empty else condition)


def same_owner(name: str, field: str, owner: str) -> CheckConstraint:
    """`field` is empty or refers to a row of the same owner.

    A row's id is its owner's id, a dot and its own key, so the promise can be read off the ids.
    """
    own = Concat(F(owner), Value("."))
    begins = Substr(Cast(F(field), CharField()), 1, Length(F(owner)) + 1)
    return check(name, Q(**{f"{field}__isnull": True}) | Q(Exact(begins, own)))
