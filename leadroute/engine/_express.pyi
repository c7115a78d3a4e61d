from array import array

def run(
    rings: list[array[int] | None],
    of: array[int],
    mates: array[int],
    company: array[int],
    follows: bytearray,
    held: array[int],
    last: array[int],
    held_now: array[int],
    ceiling: array[int],
    through: array[int],
    pool_ceiling: array[int],
    whole: array[int],
    whole_ceiling: array[int],
    gifts: array[int],
    at: int,
    sequence: int,
    /,
) -> tuple[int, int, int]: ...
