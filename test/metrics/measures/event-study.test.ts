it('afterMean afterMedian afterHits afterHitRate afterCount afterCases baselineMean baselineMedian baselineHitRate baselineCases', () => {});
