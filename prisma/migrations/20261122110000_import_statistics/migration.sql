-- What a file holds is there at once: the job that has staged it tells the planner, before it joins lines to documents.
grant maintain on import_rows to atlas_app;
