-- Run once, by the Postgres image, in an empty volume. Both users have the password of POSTGRES_PASSWORD_FILE.
\set password `cat /secrets/password`
CREATE USER mailroom PASSWORD :'password';
-- Of template0: the image's own template may have another encoding, and then this would be refused.
CREATE DATABASE mailroom OWNER mailroom ENCODING 'UTF8' TEMPLATE template0;
CREATE USER synapse PASSWORD :'password';
-- Synapse wants the C locale.
CREATE DATABASE synapse OWNER synapse ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0;
