"""The pages that anybody may open: form, status, duties, objection. No account, no cookie, no script needed."""
