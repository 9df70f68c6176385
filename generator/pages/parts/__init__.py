"""Parts that pages of several kinds share: the frame, what a page offers, and the chart of mentions."""
