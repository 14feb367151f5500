import { citationPaths, citationRoute } from '../../../components/citations.ts';

export const getStaticPaths = citationPaths;
export const GET = citationRoute('csl.json');
