// `npm run simulator`: the simulator alone, with the credentials that the app's sandbox mode has in the same DATA_DIR.
import "./environment.ts";
import { parseConfig } from "#lib/config/config.ts";

try {
  const { appUrl, bigcommerce, dataDir } = parseConfig(process.env);
  process.env.APP_URL = appUrl;
  process.env.DATA_DIR = dataDir;
  process.env.BIGCOMMERCE_CLIENT_ID = bigcommerce.clientId;
  process.env.BIGCOMMERCE_CLIENT_SECRET = bigcommerce.clientSecret;
  await import("#simulator/main.ts");
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
