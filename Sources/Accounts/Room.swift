/// The room Accounts.
