// Reads feeds by npm rss-parser: node feeds.mjs, one address a line on standard input; a line of JSON for each.
import { createInterface } from 'node:readline';
import Parser from 'rss-parser';

const parser = new Parser();
for await (const address of createInterface({ input: process.stdin })) {
  const feed = await parser.parseURL(address);
  const items = feed.items.map((item) => ({ title: item.title, link: item.link, published: item.isoDate, categories: (item.categories ?? []).map((one) => one.$?.term ?? one) }));
  console.log(JSON.stringify({ title: feed.title, items }));
}
