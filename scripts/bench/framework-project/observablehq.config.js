/** As Framework is set up without wishes, but for the font that it would take from another host. */
export default { root: 'src', title: 'Generated reports', globalStylesheets: [] };
