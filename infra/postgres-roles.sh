#!/bin/sh
# Run once by the Postgres image on an empty volume: the role that the services use owns its database and can do nothing else.
set -eu
psql --set ON_ERROR_STOP=1 --set password="$WIREWATCH_DB_PASSWORD" --username postgres <<'SQL'
create role wirewatch login nosuperuser nocreatedb nocreaterole noreplication password :'password';
create database wirewatch owner wirewatch;
revoke all on database wirewatch from public;
SQL
