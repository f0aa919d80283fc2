#!/bin/sh
# Makes a certificate once, then runs both servers; ends when one of them does.
#   /users    logins (mounted, read only): address:{PLAIN}password::::::
#   /mail     the mailboxes, /tls  the certificate and its authority (ca.pem is for the clients)
set -eu

if [ ! -e /tls/server.pem ]; then
  cd /tls
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 \
    -subj '/CN=Mailroom compose authority' -keyout ca.key -out ca.pem
  openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj '/CN=mail' -keyout server.key -out server.csr
  printf 'subjectAltName=DNS:mail,DNS:localhost,IP:127.0.0.1\nextendedKeyUsage=serverAuth\n' > extensions
  openssl x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 3650 -extfile extensions -out draft.pem
  rm -f server.csr extensions ca.key ca.srl
  chown root:Debian-exim server.key
  chmod 640 server.key
  chmod 644 ca.pem
  mv draft.pem server.pem
fi

install -d -o mail -g mail -m 750 /mail
install -m 640 -o root -g Debian-exim /users/passwd /etc/mail/passwd

dovecot -F -c /etc/mail/dovecot.conf &
dovecot=$!
exim4 -C /etc/mail/exim.conf -bdf -q1m &
exim=$!
# Exim writes its log as its own user, who may not open our standard error.
tail -q -n 0 -F /var/log/exim4/mainlog /var/log/exim4/paniclog 2>/dev/null >&2 &
trap 'kill "$dovecot" "$exim" 2>/dev/null' TERM INT
while kill -0 "$dovecot" 2>/dev/null && kill -0 "$exim" 2>/dev/null; do
  sleep 1 &
  wait $! || true
done
kill "$dovecot" "$exim" 2>/dev/null || true
wait "$dovecot" "$exim" || true
