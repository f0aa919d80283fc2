# Mailroom as a small image: compiled, with what it needs at run time, as a user without rights.
#   docker build -t mailroom .
#   docker run --init --read-only --tmpfs /tmp --cap-drop ALL --security-opt no-new-privileges --stop-timeout 35 \
#     -v ./config:/config:ro -v data:/data -p 9000:9000 mailroom
# Behind a proxy with an authority of its own, or with a mirror of npm's registry:
#   docker build --secret id=ca,src=ca.pem --build-arg NPM_CONFIG_REGISTRY=https://npm.example.org/ -t mailroom .

# Where the packages are installed and the sources compiled: Node 24 with npm.
ARG NODE_IMAGE=docker.io/library/node:24-slim
# What Mailroom runs on: Debian, with util-linux for the walls around what reads mail. Node is copied into it, npm is not.
ARG BASE_IMAGE=docker.io/library/debian:bookworm-slim

FROM ${NODE_IMAGE} AS build
ARG NPM_CONFIG_REGISTRY
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
# No package needs its install script here: Node is that of the image, and sharp brings its library as a package.
RUN --mount=type=secret,id=ca,target=/run/secrets/ca \
  if [ -s /run/secrets/ca ]; then export NODE_EXTRA_CA_CERTS=/run/secrets/ca; fi; \
  npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY src src
COPY tools/build.ts tools/build.ts
COPY tools/containers/slim.ts tools/containers/slim.ts
RUN node tools/build.ts \
  && npm prune --omit=dev --ignore-scripts \
  && node tools/containers/slim.ts .

FROM ${BASE_IMAGE}
ENV NODE_ENV=production MAILROOM_CONFIG=/config/config.yaml
RUN getent group 1000 >/dev/null || groupadd --gid 1000 mailroom; \
  getent passwd 1000 >/dev/null || useradd --uid 1000 --gid 1000 --home-dir /data --shell /usr/sbin/nologin mailroom; \
  install -d -o 1000 -g 1000 /data \
  && ln -s /app/dist/main.js /usr/local/bin/mailroom
COPY --from=build /usr/local/bin/node /usr/local/bin/node
WORKDIR /app
COPY package.json config.example.yaml config.schema.json registration.example.yaml LICENSE CHANGELOG.md ./
COPY --from=build /build/node_modules node_modules
COPY --from=build /build/dist dist
# By number: who may run no container as root (runAsNonRoot) cannot look into /etc/passwd of the image.
USER 1000:1000
WORKDIR /data
VOLUME /data
EXPOSE 9000 9001
# Asks /health at observability.listen of the config. Images in OCI's format drop this; docker-compose.yml has it too.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 CMD ["mailroom", "health"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["mailroom"]
CMD ["run"]
