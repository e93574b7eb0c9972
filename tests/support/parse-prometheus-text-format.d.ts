// The package brings no types. Source: its README, 1.1.1.
declare module "parse-prometheus-text-format" {
  interface Sample {
    labels?: Record<string, string>;
    /** Of a counter or a gauge. */
    value?: string;
    /** Of a histogram. */
    buckets?: Record<string, string>;
    count?: string;
    sum?: string;
  }
  interface Family {
    name: string;
    help: string;
    type: "COUNTER" | "GAUGE" | "HISTOGRAM" | "SUMMARY" | "UNTYPED";
    metrics: Sample[];
  }
  /** @throws where the text is none of Prometheus's. */
  export default function parse(text: string): Family[];
}
