"""The statement page: drafts, versions, concerns, and the workbench under the draft."""
