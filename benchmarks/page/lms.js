// A SCORM 1.2 run-time that only counts: it takes everything, at once, and writes down every call.
window.lmsLog = [];
window.API = (() => {
  const values = {
    "cmi.core.lesson_status": "not attempted",
    "cmi.core.lesson_mode": "normal",
    "cmi.core.credit": "credit",
    "cmi.core.entry": "ab-initio",
    "cmi.interactions._count": "0",
  };
  const log = (call, name, value, extra) =>
    window.lmsLog.push({ call, name, value, at: performance.now(), ...extra });
  return {
    LMSInitialize: () => (log("LMSInitialize"), "true"),
    LMSGetValue: (name) => (log("LMSGetValue", name), values[name] ?? ""),
    LMSSetValue: (name, value) => {
      log("LMSSetValue", name, String(value), { repeats: values[name] === String(value) });
      values[name] = String(value);
      const record = /^cmi\.interactions\.(\d+)\.id$/.exec(name);
      if (record) values["cmi.interactions._count"] = String(Number(record[1]) + 1);
      return "true";
    },
    LMSCommit: () => (log("LMSCommit"), "true"),
    LMSFinish: () => (log("LMSFinish"), "true"),
    LMSGetLastError: () => (log("LMSGetLastError"), "0"),
    LMSGetErrorString: () => "",
    LMSGetDiagnostic: () => "",
  };
})();
