// Run once by the image's entrypoint, on an empty data folder: the services' user, who may work in their databases and nowhere else.
db.getSiblingDB("admin").createUser({
  user: "newsplatform",
  pwd: require("fs").readFileSync("/run/secrets/mongodb-password", "utf8").trim(),
  roles: ["ingestion", "enrichment", "publishing"].map(service => ({ role: "readWrite", db: `newsplatform-${service}` })),
});
