/// The room Web.
