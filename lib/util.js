module.exports={inspect:require('internal/util/inspect').inspect};
