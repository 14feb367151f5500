/** The contents beside a report mark the section that is being read. */

/** A section is being read once its heading has come this far up, in hundredths of the window's height: high enough for a short one. */
const LINE = 88;

export function startContents(): void {
  const links = new Map<Element, Element>();
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.contents a')) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) links.set(heading, link);
  }
  const passed = new Set<Element>();
  // All that lies above the line counts as in view: a heading is told of whenever it crosses the line, however far one jumps.
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) passed.add(target);
        else passed.delete(target);
      }
      const last = [...links.keys()].findLast((heading) => passed.has(heading));
      for (const [heading, link] of links) {
        if (heading === last) link.setAttribute('aria-current', 'true');
        else link.removeAttribute('aria-current');
      }
    },
    { rootMargin: `10000000px 0px -${LINE}% 0px` },
  );
  for (const heading of links.keys()) observer.observe(heading);
}
