// Notes when the first paragraph can be read, what moved after that, and what kept the page from answering.
(() => {
  const seen = (window.seen = { ready: 0, requests: 0, bytes: 0, shift: 0, blocked: 0, lcp: 0, fcp: 0 });
  const look = () => {
    const text = [...document.querySelectorAll("main p")].find((p) => p.textContent.trim());
    if (!text || !text.getBoundingClientRect().height) return requestAnimationFrame(look);
    requestAnimationFrame(() => {
      seen.ready = performance.now();
      const [page] = performance.getEntriesByType("navigation");
      const done = performance.getEntriesByType("resource").filter((file) => file.responseEnd && file.responseEnd <= seen.ready);
      seen.requests = 1 + done.length;
      seen.bytes = [page, ...done].reduce((sum, file) => sum + file.transferSize, 0);
    });
  };
  requestAnimationFrame(look);
  const watch = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  watch("layout-shift", (entry) => entry.hadRecentInput || (seen.shift += entry.value));
  watch("longtask", (entry) => (seen.blocked += Math.max(0, entry.duration - 50)));
  watch("largest-contentful-paint", (entry) => (seen.lcp = entry.startTime));
  watch("paint", (entry) => entry.name === "first-contentful-paint" && (seen.fcp = entry.startTime));
})();
