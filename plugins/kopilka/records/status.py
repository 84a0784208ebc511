"""A record's way from a draft to the public site and into the archive."""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """A record's way from a draft to the public site and into the archive."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    TECHNICAL_REVIEW = "technical_review"
    CONTENT_REVIEW = "content_review"
    REVISION = "revision"
    APPROVED = "approved"
    PUBLISHED = "published"
    ARCHIVED = "archived"

    @property
    def label(self) -> str:
        """As pages say it."""
        return _STATUS_LABELS[self]

    @property
    def public(self) -> bool:
        """Whether the record reaches the public site."""
        return self in {Status.PUBLISHED, Status.ARCHIVED}

    @property
    def about_to_be_public(self) -> bool:
        """Whether consents must be in order by now."""
        return self in {Status.APPROVED, Status.PUBLISHED, Status.ARCHIVED}


_STATUS_LABELS = {
    Status.DRAFT: "черновик",
    Status.SUBMITTED: "подана",
    Status.TECHNICAL_REVIEW: "на технической проверке",
    Status.CONTENT_REVIEW: "на экспертизе",
    Status.REVISION: "на доработке",
    Status.APPROVED: "одобрена",
    Status.PUBLISHED: "опубликована",
    Status.ARCHIVED: "в архиве",
}
