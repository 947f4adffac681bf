// Calls every operation of the served OpenAPI document with arguments found in what the platform holds, and holds each answer against the document.
// node operations.mjs <address> <key>; writes one line of JSON an operation: {"operation","calls","statuses","faults"}.
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const [address, key] = process.argv.slice(2);
const methods = ["get", "post", "put", "patch", "delete"];
const headers = { "X-Api-Key": key };

const document = await (await fetch(`${address}/openapi/v1.json`)).json();
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addSchema(document, "api");

const pointer = (...parts) => "api#/" + parts.map((part) => encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"))).join("/");
const resolve = (schema) => (schema?.$ref ? document.components.schemas[schema.$ref.split("/").at(-1)] : schema);
const read = async (path) => (await fetch(address + path, { headers })).json();

// What a parameter or a member of a body may be, by its name: from the resource that the address names, or from any article.
const valuesFor = async (item, path) => {
  const articles = (await read("/api/v1/articles?limit=50")).items;
  const stories = (await read("/api/v1/stories?limit=50")).items;
  const quoted = articles.find((article) => article.quotes.some((quote) => quote.speaker)) ?? articles[0];
  const other = stories.find((story) => story.id !== item?.id);
  const inStory = Array.isArray(item?.articles) ? item.articles : undefined;
  const [article] = articles;
  return {
    articleId: inStory?.at(-1)?.id ?? article.id,
    articleIds: [inStory?.at(-1)?.id ?? article.id],
    storyId: other?.id,
    from: "2020-01-01", to: "2100-01-01", fetchedAt: "2026-11-20T10:00:00Z",
    q: article.title.split(" ").at(-1), language: article.language, source: article.source.id, country: "ua", domain: new URL(article.url).hostname,
    section: article.section, category: article.category ?? "general", story: stories[0].id, entity: articles.find((one) => one.entities.length > 0)?.entities[0].name,
    speaker: quoted.quotes.find((quote) => quote.speaker)?.speaker, direct: "true", duplicates: "false", sort: "time", limit: "2", fields: "body,text", facets: "source,section,language,entity,day",
    highlight: "1", hours: "24", wait: "0", types: "published", format: "json", reason: "an error",
    url: item?.url ?? (path.endsWith("/webhooks") ? "https://events.example/hook" : article.url), kind: item?.kind ?? "page", name: item?.name ?? "A source", title: "Harbour bridge reopens",
    text: "The bridge over the harbour of Tidewater reopened on Friday after a year of repairs, the mayor of the city said. ".repeat(5),
    sources: [], graceHours: "1", event: item?.cursor?.replace(/:\d+$/, ":1"),
  };
};

// A cursor is one that the operation itself gave; the stream goes on from those of the changes, feeds from those of articles.
const cursorOf = async (path, required) => {
  const list = path.startsWith("/feeds/") ? "/api/v1/articles" : path.endsWith("/stream") ? "/api/v1/changes" : path;
  return (await read(`${list}?${new URLSearchParams({ ...required, limit: "1" })}`)).next;
};

// The resources that an address with a parameter can name are the items of the list above it.
const resourcesOf = async (path) => {
  const list = path.slice(0, path.indexOf("/{"));
  return document.paths[list]?.get ? (await read(list)).items : [];
};

const fill = (path, item, values) =>
  path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(name === "id" || name === "name" ? (item?.[name] ?? "no-such-thing") : (values[name] ?? missing(name))));

const missing = (name) => {
  throw new Error(`no value is known for '${name}'`);
};

const bodyOf = (operation, values) => {
  const content = operation.requestBody?.content;
  if (!content) return [undefined, undefined];
  if (content["application/x-www-form-urlencoded"]) {
    const form = { "hub.mode": "subscribe", "hub.topic": `${address}/feeds/rss.xml`, "hub.callback": "https://events.example/callback" };
    return ["application/x-www-form-urlencoded", new URLSearchParams(form).toString()];
  }
  if (!content["application/json"]) {
    const type = Object.keys(content)[0];
    return [type, type === "text/html" ? `<html><body><article><h1>${values.title}</h1><p>${values.text}</p></article></body></html>` : type.includes("opml") ? '<opml version="2.0"><body/></opml>' : values.text];
  }
  const schema = resolve(content["application/json"].schema);
  const members = [...(schema.required ?? []), ...Object.keys(schema.properties).filter((name) => ["title", "text", "url", "name", "kind", "sources"].includes(name))];
  // A story merges from another one; times are from a day on.
  const known = { ...values, from: values.storyId };
  return ["application/json", JSON.stringify(Object.fromEntries(members.map((name) => [name, known[name] ?? missing(name)])))];
};

const check = async (path, method, operation, query, answer) => {
  const described = operation.responses[answer.status];
  const type = answer.headers.get("content-type")?.split(";")[0];
  const asked = `${method.toUpperCase()} ${answer.url.slice(address.length)}`;
  if (!described) return [`${asked}: ${answer.status} is not described: ${(await answer.text()).slice(0, 200)}`];
  if (!described.content) {
    const body = await answer.text();
    return body === "" ? [] : [`${asked}: ${answer.status} is described without a body and has one`];
  }
  if (!described.content[type]) return [`${asked}: ${answer.status} is ${type} and described as ${Object.keys(described.content)}`];
  if (type === "text/event-stream") return answer.body.cancel(), [];
  const text = await answer.text();
  if (!type.endsWith("json")) return text === "" ? [`${asked}: the body is empty`] : [];
  // Some members are left out on purpose where the request names others.
  const isSparse = "fields" in query && path.endsWith("}");
  const validate = ajv.getSchema(pointer("paths", path, method, "responses", String(answer.status), "content", type, "schema"));
  const valid = !validate || validate(JSON.parse(text));
  return valid ? [] : validate.errors.filter((error) => !(isSparse && error.keyword === "required")).slice(0, 3).map((error) => `${asked}: ${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`);
};

// Who holds an answer is told so, where the document says it. What is different each time (figures) may need a second look.
const checkHeld = async (path, query, operation) => {
  const url = `${address}${path}?${new URLSearchParams(query)}`;
  let tag;
  for (let look = 0; look < 5; look++) {
    const held = await fetch(url, { headers: tag ? { ...headers, "If-None-Match": tag } : headers, redirect: "manual", signal: AbortSignal.timeout(30_000) });
    const body = held.headers.get("content-type")?.includes("event-stream") ? (await held.body.cancel(), "") : await held.text();
    if (held.status === 304) return body === "" ? [] : [`GET ${path}: 304 has a body`];
    if (held.status !== 200) return [];
    tag = held.headers.get("etag");
    if (!operation.responses["304"]) return tag ? [`GET ${path} has an ETag and 304 is not described`] : [];
    if (!tag) return [`GET ${path}: 304 is described and there is no ETag`];
  }
  return [`GET ${path}: 304 is described and who holds the answer gets it again`];
};

const call = async (path, method, operation) => {
  const [calls, statuses, faults] = [[], new Set(), []];
  try {
    const named = path.includes("/{");
    const [item] = named ? (await resourcesOf(path)).filter((one) => !path.includes("{articleId}") || one.articles?.length > 0) : [undefined];
    const values = await valuesFor(item, path);
    const target = fill(path, item, values);
    const parameters = (operation.parameters ?? []).filter((parameter) => parameter.in === "query");
    const required = Object.fromEntries(parameters.filter((parameter) => parameter.required).map((parameter) => [parameter.name, values[parameter.name] ?? missing(parameter.name)]));
    calls.push(required);
    for (const { name } of parameters.filter((parameter) => !parameter.required)) {
      const value = name === "cursor" ? await cursorOf(target, required) : (values[name] ?? missing(name));
      if (value) calls.push({ ...required, [name]: value, ...(name === "highlight" ? { q: values.q } : {}) });
    }
    if (method === "get") faults.push(...(await checkHeld(target, required, operation)));
    // Writes are called once: with every parameter.
    for (const query of method === "get" ? calls : [Object.assign({}, ...calls)]) {
      const [type, body] = bodyOf(operation, values);
      const answer = await fetch(`${address}${target}?${new URLSearchParams(query)}`, { signal: AbortSignal.timeout(30_000), method: method.toUpperCase(), headers: { ...headers, ...(type ? { "Content-Type": type } : {}) }, body, redirect: "manual" });
      statuses.add(answer.status);
      faults.push(...(await check(path, method, operation, query, answer)));
      const isKnown = !named || item !== undefined;
      if (isKnown ? answer.status >= 300 : answer.status < 300) faults.push(`${method.toUpperCase()} ${target}?${new URLSearchParams(query)} was answered ${answer.status}`);
    }
  } catch (error) {
    faults.push(error.message);
  }
  console.log(JSON.stringify({ operation: operation.operationId, calls: calls.length, statuses: [...statuses], faults }));
};

// What is read first is there still; what is deleted goes last.
for (const method of methods) {
  for (const [path, item] of Object.entries(document.paths)) {
    if (item[method]) await call(path, method, item[method]);
  }
}
