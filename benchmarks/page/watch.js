// Notes when the first paragraph was painted, what moved, and what kept the page from answering.
window.seen = (() => {
  const seen = { ready: 0, shift: 0, blocked: 0, lcp: 0 };
  const watch = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  watch("element", (entry) => (seen.ready = entry.renderTime));
  watch("layout-shift", (entry) => entry.hadRecentInput || (seen.shift += entry.value));
  watch("longtask", (entry) => (seen.blocked += Math.max(0, entry.duration - 50)));
  watch("largest-contentful-paint", (entry) => (seen.lcp = entry.startTime));

  // The browser times the painting of elements that ask for it; the first paragraph is made to ask as it is parsed.
  new MutationObserver((_, observer) => {
    const paragraph = [...document.querySelectorAll("main p")].find((p) => p.textContent.trim().length > 40);
    if (!paragraph) return;
    paragraph.setAttribute("elementtiming", "first");
    observer.disconnect();
  }).observe(document, { childList: true, subtree: true });

  /** What was seen, and what had arrived when the first paragraph was painted: files, and their bytes as sent. */
  return () => {
    const files = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
    const arrived = files.filter((file) => file.responseEnd <= seen.ready || file.entryType === "navigation");
    const bytes = arrived.reduce((sum, file) => sum + file.encodedBodySize, 0);
    return { ...seen, requests: arrived.length, bytes };
  };
})();
