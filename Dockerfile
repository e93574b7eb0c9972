# docs/containers.md says how it is built, run and upgraded.

# What the image stands on: any Debian with the C++ library, or one like it.
ARG BASE=debian:bookworm-slim
# What builds it: a Node.js with npm. The Node.js that runs in the image is the project's own.
ARG BUILDER=node:24-bookworm-slim
# The image before this one, whose scripts pages that are open still ask for; any other has none.
ARG PREVIOUS=debian:bookworm-slim

FROM ${PREVIOUS} AS previous
WORKDIR /app/.next-builds/scripts

FROM ${BUILDER} AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund
COPY . .
COPY --from=previous /app/.next-builds/scripts .next-builds/scripts
RUN npm run build && node_modules/node/bin/node scripts/image/assemble.ts /image

FROM ${BASE}
LABEL org.opencontainers.image.title="Webhook Keeper" org.opencontainers.image.licenses="MIT"
# The folders are for volumes: where scripts of all versions lie, and what waits for a database that is away.
RUN echo "keeper:x:1001:1001::/tmp:/usr/sbin/nologin" >> /etc/passwd && echo "keeper:x:1001:" >> /etc/group && \
    mkdir -p /var/lib/webhook-keeper/scripts /var/lib/webhook-keeper/spool && chown 1001:1001 /var/lib/webhook-keeper/*
# Belongs to root, and the app is not root: nothing of it can be changed from within.
COPY --from=build /image /
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 HOME=/tmp DATA_DIR=/tmp/webhook-keeper
USER 1001:1001
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 CMD ["node", "deploy/image/live.mjs"]
ENTRYPOINT ["/app/deploy/image/entrypoint.sh"]
CMD ["app"]
