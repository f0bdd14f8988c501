"""Getting a data set: from its producer's address, or from a copy at hand, verified alike."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from legation.datasets.entries import Dataset, File, dataset
from legation.datasets.errors import DatasetError
from legation.datasets.formats import form_of, read_file
from legation.datasets.store import Receipt, Store, file_sha256
from legation.datasets.tidying import tidy

if TYPE_CHECKING:
    from legation.datasets.download import Downloader, Progress


def pull(
    name: str,
    store: Store | None = None,
    at_hand: Path | str | None = None,
    downloader: Downloader | None = None,
    progress: Progress | None = None,
) -> Receipt:
    """Get one data set, verify it, and keep it raw and tidy.

    Args:
        name: the data set, such as ``"nmc"``.
        store: where it is kept; by default the user's own.
        at_hand: a file, or a folder with a file that has the name or the hash of one of the
            data set's files; nothing is fetched then.
        downloader: what fetches; tests put their own here.
        progress: told the bytes so far, and all of them where known.

    Returns:
        The receipt.

    Raises:
        DatasetError: no such data set, no such file, an altered or broken one, another version,
            or one that is not fetched for the user.
    """
    data, store = dataset(name), store or Store()
    if at_hand is not None:
        file, path = _at_hand(data, Path(at_hand))
        source = str(path)
    else:
        file, path, source = _fetched(data, store, downloader, progress)
    return _keep(data, store, file, path, source)


def in_folder(folder: Path | str, names: Iterable[str]) -> list[str]:
    """List those data sets of which a folder holds a copy."""
    return [name for name in names if _of_folder(dataset(name), Path(folder)) is not None]


def _keep(data: Dataset, store: Store, file: File, path: Path, source: str) -> Receipt:
    verified = _verified(data, file, path)
    table = read_file(path, file.format, file.member)
    if file.origin and data.columns:
        raise DatasetError(
            f"{path.name} has its producer's columns, which {data.name} cannot be made of yet",
            f"give {data.files[0].name}, or one of: {', '.join(f.name for f in data.files)}",
        )
    table = tidy(data, table)
    _copy(path, store.raw(data.name) / path.name)
    return store.put(
        data.name,
        table,
        {
            "version": data.version,
            "source": source,
            "sha256": file_sha256(path),
            "size": path.stat().st_size,
            "verified": verified,
            "terms": data.terms,
        },
    )


def _copy(path: Path, kept: Path) -> None:
    if path.resolve() != kept.resolve():
        kept.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, kept)


def _fetched(
    data: Dataset, store: Store, downloader: Downloader | None, progress: Progress | None
) -> tuple[File, Path, str]:
    from legation.datasets.download import Downloader

    if data.withheld:
        raise DatasetError(f"{data.name} is not fetched: {data.withheld}",
                           "then `legation pull NAME --from FILE`")  # fmt: skip
    file = next((f for f in data.files if f.address and not (f.origin and data.columns)), None)
    if file is None:
        raise DatasetError(
            f"no address is known for {data.name}",
            f"see {data.landing_page}, then `legation pull {data.name} --from FILE`",
        )
    target = store.raw(data.name) / file.name
    target.parent.mkdir(parents=True, exist_ok=True)
    (downloader or Downloader()).get(
        file.address, target, sha256=file.sha256, size=file.size, progress=progress
    )
    return file, target, file.address


def _at_hand(data: Dataset, path: Path) -> tuple[File, Path]:
    if path.is_dir():
        found = _of_folder(data, path)
        if found is None:
            raise DatasetError(
                f"{path} holds no copy of {data.name}",
                "it is known as " + " or ".join(f.name for f in data.files),
            )
        return found
    if not path.is_file():
        raise DatasetError(f"no such file: {path}", "check the path")
    named = next((f for f in data.files if f.name == path.name), None)
    return named or File(path.name, form_of(path.name)), path


def _of_folder(data: Dataset, folder: Path) -> tuple[File, Path] | None:
    for file in sorted(data.files, key=lambda f: f.origin):
        for path in (folder / file.name, *sorted(folder.glob(f"*/{file.name}"))):
            if path.is_file():
                return file, path
    return None


def _verified(data: Dataset, file: File, path: Path) -> str:
    """Say by what the bytes were verified, or raise where they are not those of the catalogue."""
    found = (("size", file.size, path.stat().st_size),
             ("SHA-256", file.sha256, file_sha256(path) if file.sha256 else ""),
             ("MD5", file.md5, _md5(path) if file.md5 else ""))  # fmt: skip
    agreed = ""
    for what, wanted, has in found:
        if wanted and wanted != has:
            raise DatasetError(
                f"the {what} of {path.name} is {has}, not {wanted}",
                f"this is not {data.name} {data.version} as the catalogue has it; get it again",
            )
        agreed = what if wanted else agreed
    return agreed


def _md5(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.md5(usedforsecurity=False)).hexdigest()
