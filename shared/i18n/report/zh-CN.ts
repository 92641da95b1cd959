export const report = {
  // names of the reports and their parts
  'report.title': '网络巡检报告',
  'report.subtitle': '设备运行状态检查与配置备份',
  'report.part.overview': '概述',
  'report.part.problems': '存在的问题及建议',
  'report.part.devices': '设备巡检详情',
  'report.part.files': '配置文件清单',
  'report.part.signature': '签字确认',
  'report.part.device': '设备信息',
  'report.part.checks': '检查项',
  'report.part.outputs': '命令输出',

  // cover
  'report.cover.customer': '客户名称',
  'report.cover.project': '项目名称',
  'report.cover.period': '巡检时间',
  'report.cover.inspector': '巡检人员',
  'report.cover.date': '报告日期',
  'report.cover.number': '报告编号',
  'report.cover.confidentiality': '密级',
  'report.cover.notice': '本报告含设备地址、配置及运行数据，请仅在授权范围内传阅。',
  'report.product': '由{{name}} {{version}} 生成',
  'report.period': '{{from}} 至 {{to}}',
  'report.period.open': '{{from}} 起',

  // verdict words, in every report
  'report.legend.title': '判定说明',
  'report.legend.pass': '已读到数据，且在限值之内。',
  'report.legend.warn': '接近限值，或状态需要关注，建议尽快安排处理。',
  'report.legend.fail': '超过限值、状态故障或设备无应答，应立即处理。',
  'report.legend.unknown': '没有读到、输出不完整、被设备拒绝或无法识别。不能视为正常，需人工复核。',
  'report.legend.na': '设备自身说明没有该部件，单独统计，不计入正常。',

  // overview
  'report.overview.sentence':
    '本次巡检于 {{period}} 进行，计划检查 {{planned}} 台设备，得出结论 {{done}} 台：正常 {{pass}} 台，注意 {{warn}} 台，异常 {{fail}} 台，判不了 {{unknown}} 台。共完成检查项 {{findings}} 项，另有不适用 {{notApplicable}} 项。',
  'report.overview.none': '没有设备。',
  'report.overview.cancelled': '本次巡检被人工停止，以下结果不完整。',
  'report.overview.cut-off': '本次巡检因程序中断而没有做完，以下结果不完整。',
  'report.overview.running': '生成本报告时巡检尚未结束，以下结果不完整。',
  'report.overview.missing': '有 {{count}} 台设备没有结果，未列入下表。',
  'report.overview.table': '设备结论一览',
  'report.overview.notApplicable': '另有 {{count}} 个检查项不适用',

  // table headings
  'report.column.number': '序号',
  'report.column.device': '设备名称',
  'report.column.address': '地址',
  'report.column.platform': '平台',
  'report.column.verdict': '结论',
  'report.column.worst': '主要问题',
  'report.column.item': '检查项',
  'report.column.limit': '标准',
  'report.column.result': '结果',
  'report.column.level': '级别',
  'report.column.found': '现象',
  'report.column.meaning': '含义',
  'report.column.advice': '建议',
  'report.column.file': '文件',
  'report.column.bytes': '大小（字节）',
  'report.column.sha256': 'SHA-256',
  'report.column.way': '方式',

  // problems
  'report.problems.none': '本次巡检没有发现需要处理的问题。',
  'report.problems.sentence': '共 {{count}} 项，按严重程度排列。',
  'report.problems.more': '另有 {{count}} 项未列入本表，请查看各设备的检查项。',
  'report.problems.noAdvice': '请人工复核。',
  'report.problems.reach': '连接与采集',
  'report.problems.named': '{{item}}：{{sentence}}',

  // one device
  'report.device.name': '设备名称',
  'report.device.address': '管理地址',
  'report.device.platform': '平台',
  'report.device.group': '分组',
  'report.device.systemName': '系统名称',
  'report.device.model': '型号',
  'report.device.serial': '序列号',
  'report.device.release': '软件版本',
  'report.device.uptime': '运行时间',
  'report.device.started': '开始时间',
  'report.device.took': '用时',
  'report.device.hostKey': '主机密钥',
  'report.device.counts':
    '正常 {{pass}} · 注意 {{warn}} · 异常 {{fail}} · 判不了 {{unknown}} · 不适用 {{notApplicable}}',
  'report.device.stopped': '停在“{{phase}}”阶段。',
  'report.device.noFindings': '没有可判定的检查项。',
  'report.device.noOutputs': '没有取得任何命令输出。',
  'report.device.notRead': '没有取得',

  'report.limit.device': '设备自身限值',
  'report.limit.settings': '用户设定',
  'report.limit.default': '默认',
  'report.limit.none': '设备状态正常',
  'report.limit.sourced': '{{limit}}（{{source}}）',

  'report.seconds': '{{seconds}} 秒',

  // outputs
  'report.end.complete': '完整',
  'report.end.partial': '输出中途中断，不完整',
  'report.end.refused': '设备拒绝执行',
  'report.end.unknown': '未执行或未能确认结束',
  'report.output.empty': '（无输出）',
  'report.output.lineCut': '…（这一行还有 {{count}} 个字符，全文见压缩包）',
  'report.output.cut': '篇幅所限，此处只列出前 {{shown}} 行和有问题的行（共 {{total}} 行）。全文见 {{file}}。',
  'report.output.judgedOnly': '篇幅所限，此处只列出有问题的行（共 {{total}} 行）。全文见 {{file}}。',
  'report.output.omitted': '…… 省略 {{count}} 行 ……',
  'report.output.noFile': '运行目录',
  'report.output.meta': '{{end}} · {{lines}} 行 · {{seconds}} 秒',

  'report.phase.tcp': '建立连接',
  'report.phase.banner': '等待应答',
  'report.phase.kex': '协商加密',
  'report.phase.host-key': '核对主机密钥',
  'report.phase.auth': '登录认证',
  'report.phase.shell': '打开命令行',
  'report.phase.prompt': '识别提示符',
  'report.phase.privilege': '取得权限',
  'report.phase.pager': '关闭分页',
  'report.phase.command': '执行命令',
  'report.phase.files': '取回文件',
  'report.phase.save': '保存结果',

  // files
  'report.files.none': '本次没有取回配置文件。',
  'report.files.sentence': '共取回 {{count}} 个文件。大小与 SHA-256 按取回的原始内容计算。',

  // signature block
  'report.signature.inspector': '巡检人员（签字）',
  'report.signature.customer': '客户确认（签字）',
  'report.signature.date': '日期',
  'report.signature.opinion': '客户意见',
  'report.signature.statement':
    '本报告仅反映巡检时刻的状态，不代表设备此前或此后的运行情况。判不了的项目没有得出结论，需另行复核。',

  // page frame
  'report.page': '第 {{page}} 页 / 共 {{pages}} 页',

  // the HTML report's controls
  'report.html.filter': '按结论筛选',
  'report.html.all': '全部',
  'report.html.search': '搜索设备、地址、命令或输出',
  'report.html.shown': '显示 {{shown}} / {{total}} 台',
  'report.html.expand': '全部展开',
  'report.html.collapse': '全部收起',
  'report.html.skip': '跳到设备详情',
  'report.html.nothing': '没有符合条件的设备。',
} as const;
