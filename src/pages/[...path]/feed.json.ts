import { feedPaths, feedRoute } from '../../components/feeds.ts';

export const getStaticPaths = feedPaths;
export const GET = feedRoute('json');
