import type { SimulatedExtension } from "#simulator/world/extension.ts";
import type { World } from "#simulator/world/world.ts";

/** Of one app, in one list. Source: BigCommerce docs, App Extensions overview. */
const EXTENSIONS_PER_MODEL_MAX = 2;
/** Characters of an address or a name. Source: BigCommerce docs, App Extensions glossary. */
const TEXT_CHARACTERS_MAX = 255;

type Owner = Pick<SimulatedExtension, "storeHash" | "clientId">;
type Change = Partial<Pick<SimulatedExtension, "url" | "label">>;

/** The entries of one app in one store. */
export function extensionsOf(world: World, { storeHash, clientId }: Owner): SimulatedExtension[] {
  return world.state.extensions.filter(
    (extension) => extension.storeHash === storeHash && extension.clientId === clientId,
  );
}

/** Makes an entry. Two calls make two. @throws Error when BigCommerce would refuse it */
export function makeExtension(world: World, extension: Omit<SimulatedExtension, "id">): SimulatedExtension {
  checkTexts(extension);
  const inModel = extensionsOf(world, extension).filter(({ model }) => model === extension.model);
  if (inModel.length >= EXTENSIONS_PER_MODEL_MAX)
    throw new Error(`An app may register no more than ${EXTENSIONS_PER_MODEL_MAX} extensions of a model`);
  const made = { ...extension, id: `bc/store/appExtension/${world.takeId()}` };
  world.state.extensions.push(made);
  world.save();
  return made;
}

/** Changes an entry; a label replaces the one before whole. @throws Error when there is none, or BigCommerce would refuse it */
export function changeExtension(world: World, owner: Owner, id: string, change: Change): SimulatedExtension {
  const extension = find(world, owner, id);
  checkTexts(change);
  if (change.url !== undefined) extension.url = change.url;
  if (change.label !== undefined) extension.label = change.label;
  world.save();
  return extension;
}

/** Takes an entry away. @throws Error when there is none */
export function removeExtension(world: World, owner: Owner, id: string): void {
  const extension = find(world, owner, id);
  world.state.extensions = world.state.extensions.filter((other) => other !== extension);
  world.save();
}

function find(world: World, owner: Owner, id: string): SimulatedExtension {
  const extension = extensionsOf(world, owner).find((each) => each.id === id);
  if (!extension) throw new Error(`There is no App Extension ${id}`);
  return extension;
}

function checkTexts({ url = "", label }: Change): void {
  const texts = [url, label?.defaultValue ?? "", ...(label?.locales ?? []).map(({ value }) => value)];
  if (texts.some(({ length }) => length > TEXT_CHARACTERS_MAX))
    throw new Error(`No more than ${TEXT_CHARACTERS_MAX} characters are allowed`);
}
