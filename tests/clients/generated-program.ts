// What somebody writes against the client that generated.mjs generates; it must compile with strict types.
import createClient from "openapi-fetch";
import type { components, paths } from "./platform.js";

type Article = components["schemas"]["ArticleResource"];

export const run = async (baseUrl: string) => {
  const platform = createClient<paths>({ baseUrl });
  const list = await platform.GET("/api/v1/articles", { params: { query: { limit: 2, facets: "language" } } });
  const first: Article = list.data!.items[0];
  const article = await platform.GET("/api/v1/articles/{id}", { params: { path: { id: first.id } } });
  const story = await platform.GET("/api/v1/stories/{id}", { params: { path: { id: first.storyId ?? "none" } } });
  const changes = await platform.GET("/api/v1/changes", { params: { query: { limit: 3 } } });
  const later = await platform.GET("/api/v1/changes", { params: { query: { cursor: changes.data!.next, limit: 3 } } });
  const absent = await platform.GET("/api/v1/articles/{id}", { params: { path: { id: "no-such-article" } } });
  return {
    titles: list.data!.items.map((item) => item.title),
    text: article.data!.text,
    storyArticles: story.data!.articles.map((member) => member.id),
    id: first.id,
    positions: [...changes.data!.items, ...later.data!.items].map((change) => change.position),
    about: changes.data!.items[0].about?.title,
    problem: { status: absent.response.status, detail: absent.error?.detail },
  };
};
