// The database's health check: begins the replica set the first time, and succeeds once it has a primary.
// NEWSPLATFORM_MONGODB_MEMBERS names its members, e.g. mongodb:27017,mongodb-2:27017,mongodb-3:27017.
try {
  rs.status();
} catch (refusal) {
  if (refusal.codeName !== "NotYetInitialized") {
    throw refusal;
  }

  const members = process.env.NEWSPLATFORM_MONGODB_MEMBERS.split(",");
  rs.initiate({ _id: "rs0", members: members.map((host, number) => ({ _id: number, host })) });
}

const hello = db.hello();
if (!hello.isWritablePrimary && !hello.secondary) {
  quit(1);
}
