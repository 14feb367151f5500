/** Labels at the ends of lines: spread apart where they would touch, in the order of their values. */

/**
 * Centres for labels of one height, as near to the wanted ones as may be, at least `gap` apart and inside [top, bottom].
 * @param wanted centres in pixels, in any order
 */
export function spread(wanted: readonly number[], gap: number, top: number, bottom: number): number[] {
  const order = [...wanted.keys()].sort((a, b) => wanted[a] - wanted[b]);
  // Blocks of touching labels share their mean displacement; a block that meets the next one joins it.
  let blocks = order.map((index) => ({ members: [index], centre: wanted[index] }));
  const half = (block: { members: number[] }): number => ((block.members.length - 1) * gap) / 2;
  for (let merged = true; merged; ) {
    merged = false;
    const next: typeof blocks = [];
    for (const block of blocks) {
      const centre = Math.min(bottom - half(block), Math.max(top + half(block), block.centre));
      const before = next.at(-1);
      if (before && centre - half(block) - (before.centre + half(before)) < gap) {
        const members = [...before.members, ...block.members];
        const mean = members.reduce((sum, index) => sum + wanted[index], 0) / members.length;
        next[next.length - 1] = { members, centre: Math.min(bottom - half({ members }), Math.max(top + half({ members }), mean)) };
        merged = true;
      } else next.push({ members: block.members, centre });
    }
    blocks = next;
  }
  const placed = new Array<number>(wanted.length);
  for (const block of blocks) {
    for (const [k, index] of block.members.entries()) placed[index] = block.centre - half(block) + k * gap;
  }
  return placed;
}
