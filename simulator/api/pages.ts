/** Items on a page when the client names no number, and at most. Source: BigCommerce docs, Common query parameters. */
const PER_PAGE = 50;
const PER_PAGE_MAX = 250;

/** What V3 tells of a list. Links hold a query alone, as BigCommerce's do. */
export interface Pagination {
  total: number;
  count: number;
  per_page: number;
  current_page: number;
  total_pages: number;
  links: { previous?: string; current: string; next?: string };
}

/**
 * One page of a list. A number that is none counts as not given.
 * @param filters repeated in the links; undefined ones are left out
 */
export function pageOf<T>(
  all: readonly T[],
  asked: { page?: string | undefined; limit?: string | undefined },
  filters: Record<string, string | undefined>,
): { items: T[]; pagination: Pagination } {
  const perPage = Math.min(whole(asked.limit) ?? PER_PAGE, PER_PAGE_MAX);
  const page = whole(asked.page) ?? 1;
  const pages = Math.max(1, Math.ceil(all.length / perPage));
  const items = all.slice((page - 1) * perPage, page * perPage);
  const link = (to: number) => {
    const given = Object.entries(filters).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    );
    return `?${new URLSearchParams([...given, ["limit", String(perPage)], ["page", String(to)]]).toString()}`;
  };
  const links = {
    ...(page > 1 ? { previous: link(page - 1) } : {}),
    current: link(page),
    ...(page < pages ? { next: link(page + 1) } : {}),
  };
  const pagination = {
    total: all.length,
    count: items.length,
    per_page: perPage,
    current_page: page,
    total_pages: pages,
    links,
  };
  return { items, pagination };
}

function whole(text: string | undefined): number | undefined {
  const number = Number(text);
  return text !== undefined && Number.isInteger(number) && number >= 1 ? number : undefined;
}
