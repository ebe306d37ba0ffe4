// GitHub's parser imports JSON in a way that Node.js has given up: "needs an import attribute of type json".
import { register } from "node:module";

const hooks = `export async function load(url, context, next) {
  return next(url, url.endsWith(".json") ? { ...context, importAttributes: { type: "json" } } : context);
}`;
register("data:text/javascript," + encodeURIComponent(hooks));
