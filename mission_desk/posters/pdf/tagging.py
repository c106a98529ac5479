"""Tags for screen readers (PDF 1.7, 14.8): which text of a page is its heading and which is a paragraph.
Tests in tests/posters fail when the ReportLab internals used here change."""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas


class Tags:
    """Marks content on the one page of a document, then writes its structure tree."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._roles: list[str] = []

    def begin(self, role: str) -> None:
        self._canvas.addLiteral(f"/{role} <</MCID {len(self._roles)}>> BDC")
        self._roles.append(role)

    def end(self) -> None:
        self._canvas.addLiteral("EMC")

    def finish(self) -> None:
        """Call after the page is shown and before the document is written."""
        document = self._canvas._doc
        page = document.Pages.pages[0]
        # ReportLab's page writes the keys of this list only; on the instance, so that other documents keep
        # theirs.
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = 0, pdfdoc.PDFName("S")
        document.Catalog.StructTreeRoot = self._tree(document, document.Reference(page))
        document.Catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})

    def _tree(self, document: Any, page: Any) -> Any:
        root, whole = (
            pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("StructTreeRoot")}),
            pdfdoc.PDFDictionary({}),
        )
        root_reference, whole_reference = document.Reference(root), document.Reference(whole)
        whole.dict.update(_element("Document", root_reference))
        parts = [
            document.Reference(
                pdfdoc.PDFDictionary({**_element(role, whole_reference), "Pg": page, "K": place})
            )
            for place, role in enumerate(self._roles)
        ]
        whole["K"] = pdfdoc.PDFArray(parts)
        root["K"] = pdfdoc.PDFArray([whole_reference])
        numbers = pdfdoc.PDFArray([0, document.Reference(pdfdoc.PDFArray(parts))])
        root["ParentTree"] = document.Reference(pdfdoc.PDFDictionary({"Nums": numbers}))
        root["ParentTreeNextKey"] = 1
        return root


def _element(role: str, parent: Any) -> dict[str, Any]:
    return {"Type": pdfdoc.PDFName("StructElem"), "S": pdfdoc.PDFName(role), "P": parent}
