/** An LMS for both standards: the other standard's API must be left alone. */

/** @type {import("../types.js").Place} */
export const place = (target, name, api, context) => {
  target[name] = api;
  const other = name === "API" ? "API_1484_11" : "API";
  target[other] = new Proxy(
    {},
    {
      get: (_, call) => () => {
        context.complaints.push(`${other}.${String(call)} was called`);
        return "true";
      },
    },
  );
};
