// Asks a platform by the two npm clients of NewsAPI and writes what they gave: node newsapi.mjs <gateway> <key>, one call a line on standard input.
// A call is {"client":"newsapi"|"ts-newsapi","method":"everything"|"topHeadlines"|"sources","params":{…},"noCache":true?,"key":"…"?}.
import { createInterface } from 'node:readline';
import NewsAPI from 'newsapi';
import tsNewsApi from 'ts-newsapi';

const [gateway, usualKey] = process.argv.slice(2);
const TsNewsAPI = tsNewsApi.default ?? tsNewsApi;

// The first one's host is fixed: it is pointed at the gateway as at a proxy that takes the whole address as a path.
const clients = {
  newsapi: (key) => {
    const client = new NewsAPI(key, { corsProxyUrl: `${gateway}/` });
    return (call) => client.v2[call.method](call.params, call.noCache ? { noCache: true } : {});
  },
  'ts-newsapi': (key) => {
    TsNewsAPI._URL = `${gateway}/v2`;
    const client = new TsNewsAPI(key);
    const methods = { everything: 'getEverything', topHeadlines: 'getTopHeadlines', sources: 'getSources' };
    return (call) => client[methods[call.method]](call.params);
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const call = JSON.parse(line);
  // The first client keeps its key in a variable of the module: one at a time.
  const ask = clients[call.client](call.key ?? usualKey);
  const answer = await ask(call).then(
    (body) => ({ body }),
    (error) => ({ error: { name: error.name, message: error.message } }),
  );
  console.log(JSON.stringify(answer));
}
