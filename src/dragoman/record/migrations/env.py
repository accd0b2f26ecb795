"""How alembic runs our migrations: on the connection it is handed, inside the transaction open there."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
