/** What the front door offers to try the box with: a number, a line of a log, a prompt, and a whole log. */

/** The log of a call that fails for want of the Security Guard image, as an Android app writes it. */
const LOG = `11-20 02:14:07.331 12345 12399 E SecurityGuard: SecException: ErrorCode = 608
11-20 02:14:07.402 12345 12399 D HttpCaller: Operation-Type:com.example.order.pay
11-20 02:14:07.518 12345 12399 D HttpCaller: Result-Status:7014
11-20 02:14:07.521 12345 12399 W RpcInvoker: com.alipay.mobile.common.rpc.RpcException: RPCException: [7014] : `;

export const SAMPLES = {
  number: '7014',
  line: '{"resultStatus":1002,"tips":"顾客太多,客官请稍候"}',
  prompt: '手机时间异常，请到系统时间设置，将其设为最新。',
  log: LOG,
} as const;
