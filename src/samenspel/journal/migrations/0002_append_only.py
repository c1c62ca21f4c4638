"""The two logs only grow: the database refuses to change or remove a line, and links each line on PostgreSQL."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

TABLES = ("journal_line", "journal_processing")

POSTGRESQL = """
CREATE FUNCTION journal_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the journal only grows: a line is never changed or removed'
        USING ERRCODE = 'integrity_constraint_violation';
END $$;

-- Volatile on purpose: after the wait for the lock it must see the line that the other writer added.
CREATE FUNCTION journal_link() RETURNS trigger LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    place bigint;
    before text;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(NEW.chain, 7513));
    SELECT sequence, link INTO place, before FROM journal_line
        WHERE chain = NEW.chain ORDER BY sequence DESC LIMIT 1;
    NEW.sequence := coalesce(place, 0) + 1;
    NEW.link := encode(sha256(convert_to(coalesce(before, repeat('0', 64)) || NEW.digest, 'UTF8')), 'hex');
    RETURN NEW;
END $$;

CREATE TRIGGER journal_line_link BEFORE INSERT ON journal_line
    FOR EACH ROW EXECUTE FUNCTION journal_link();
"""

POSTGRESQL_REFUSE = """
CREATE TRIGGER {table}_only_grows BEFORE UPDATE OR DELETE ON {table}
    FOR EACH ROW EXECUTE FUNCTION journal_refuse();
"""

SQLITE_REFUSE = """
CREATE TRIGGER {table}_no_{act} BEFORE {act} ON {table}
BEGIN
    SELECT RAISE(ABORT, 'the journal only grows: a line is never changed or removed');
END;
"""


def protect(_: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Put the triggers of this database in place."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POSTGRESQL)
        for table in TABLES:
            schema_editor.execute(POSTGRESQL_REFUSE.format(table=table))
    else:
        for table in TABLES:
            for act in ("UPDATE", "DELETE"):
                schema_editor.execute(SQLITE_REFUSE.format(table=table, act=act))


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_initial")]
    operations = [migrations.RunPython(protect)]
