create index study_command_user on study_command (user_id, done_at);
