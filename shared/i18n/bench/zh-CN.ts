/** The benchmark's command line. */
export const bench = {
  'bench.title':
    '{{devices}} 台模拟设备，每台 {{commands}} 条命令、一个 {{fileKb}} KB 文件，每次应答前等待 {{thinkMs}} 毫秒；并发 {{concurrency}}；无响应 {{hungPercent}}%，响应慢 {{slowPercent}}%；测 {{rounds}} 轮，取中位数',
  'bench.ours': '本产品',
  'bench.least': 'ssh2 最少代码',
  'bench.bare': '同样的工作（--no-report）',
  'bench.withReports': '另写报告与压缩包',
  'bench.wall': '进程从启动到结束（秒）',
  'bench.run': '其中程序自报的用时（秒）',
  'bench.rate': '每秒设备数',
  'bench.cpu': '进程 CPU 时间（秒）',
  'bench.cpuPerDevice': '每台设备 CPU（毫秒）',
  'bench.peakRss': '内存峰值 RSS（MB）',
  'bench.loopDelay': '主线程延迟 p50 / p99 / 最大（毫秒）',
  'bench.wrong': '错误输出 / 已比对',
  'bench.leftOpen': '未关闭的连接',
  'bench.verdicts': '结论：{{verdicts}}；无响应却判为正常：{{falseGreens}}',
  'bench.healthy': '正常设备单台耗时：中位数 {{p50}} 毫秒，p99 {{p99}} 毫秒',
  'bench.healthyDone': '最后一台正常设备完成于第 {{seconds}} 秒（含排队）',
  'bench.withoutHung': '同一批设备去掉无响应的再测：最后一台正常设备完成于第 {{seconds}} 秒',
  'bench.written': '结果已写入 {{path}}',
  'bench.help':
    '用法：npm run bench -- [--devices 数量] [--concurrency 并发] [--hung 百分比] [--slow 百分比] [--think-ms 毫秒] [--file-kb 大小]\n      [--compare] [--rounds 轮数，比较时为 5] [--formats docx,html] [--kex diffie-hellman-group16-sha512]\n      [--json-out 文件] [--cpu-prof 目录] [--keep 目录] [--lang zh-CN|en]\n\n在本机启动模拟设备，用真实的命令行巡检一遍并测量。--compare 同时测量 ssh2 完成同样工作\n（登录、执行命令、取文件、落盘）所需的最少代码，并与不写报告的巡检比较；后者还包含判定与历史。',
} as const;
